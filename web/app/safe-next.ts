/** Where to go after signing in: only paths of our own app, and never the sign-in page itself. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && next.split('?')[0] !== '/login' ? next : '/'
