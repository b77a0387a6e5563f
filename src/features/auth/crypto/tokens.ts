import { jwtVerify, SignJWT } from 'jose'

export const TOKEN_SECONDS = 86_400
export type TokenClaims = Readonly<{ userId: number; sessionId: string }>

/** Signs and reads the 24-hour tokens (HS256; claims `user_id`, `email`, `jti` = session, `exp`). */
export function createTokens(secret: string) {
  const key = new TextEncoder().encode(secret)
  return {
    sign: (claims: TokenClaims & { email: string }, expiresAt: Date): Promise<string> =>
      new SignJWT({ user_id: claims.userId, email: claims.email })
        .setProtectedHeader({ alg: 'HS256' })
        .setJti(claims.sessionId)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key),

    /** null: not a token of ours, or past its time. */
    read: async (token: string): Promise<TokenClaims | null> => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          requiredClaims: ['jti', 'exp', 'user_id'],
        })
        const { user_id: userId, jti } = payload
        return typeof userId === 'number' && typeof jti === 'string' && UUID.test(jti)
          ? { userId, sessionId: jti }
          : null
      } catch {
        // Any reason (signature, age, shape) is the same answer: telling them apart helps only a forger.
        return null
      }
    },
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export type Tokens = ReturnType<typeof createTokens>
