import { createHmac, timingSafeEqual } from 'node:crypto'

/** Names what the key is for: nothing else that is made of the same secret fits here. */
const PURPOSE = 'animo: pictures of other servers'
const LENGTH = 22

/**
 * Addresses of pictures on other servers as our pages carry them, signed: only what a service gave us is fetched, and
 * no user can have this server ask an address of their own. The same picture has the same address as long as the
 * secret of the server is the same. HMAC-SHA256, 132 bits.
 */
export function createPictureAddresses(secret: string) {
  const key = createHmac('sha256', secret).update(PURPOSE).digest()
  const signatureOf = (url: string) => createHmac('sha256', key).update(url).digest('base64url').slice(0, LENGTH)

  return {
    /** Below our own origin: the other server does not learn who looks. */
    through(address: string): string {
      const url = address.trim()
      return `/images/proxy?url=${encodeURIComponent(url)}&sig=${signatureOf(url)}&size=256`
    },
    isOurs(url: string, signature: string): boolean {
      const [given, ours] = [Buffer.from(signature), Buffer.from(signatureOf(url))]
      return given.length === ours.length && timingSafeEqual(given, ours)
    },
  }
}

export type PictureAddresses = ReturnType<typeof createPictureAddresses>
