/**
 * The picture of somebody who is perhaps not kept yet. Only our own server is asked for pictures: those of other
 * services would tell them who looks at what, and the browser is not allowed to load them.
 */
export const ownPicture = (images: readonly { url: string }[]): string | undefined =>
  images.find(({ url }) => /^\/(?!\/)/.test(url))?.url
