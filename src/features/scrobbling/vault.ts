import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Keeps secrets in the database so that a copy of it alone gives none away: AES-256-GCM with a key derived by HKDF from
 * the server's secret. `owner` is bound to the text: what was sealed for one account opens for no other.
 */
export function createVault(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'animo scrobbling tokens', 32))
  return {
    seal(text: string, owner: string): string {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },

    /** null: sealed with another secret, for another owner, or damaged. */
    open(sealed: string, owner: string): string | null {
      const [version, body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) return null
      const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)]
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner)).setAuthTag(tag)
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        // Why it does not open makes no difference: the user connects again.
        return null
      }
    },
  }
}

/** Who a token belongs to. */
export const ownerOf = ({ userId, service }: Readonly<{ userId: number; service: string }>) => `${userId} ${service}`

export type Vault = ReturnType<typeof createVault>
