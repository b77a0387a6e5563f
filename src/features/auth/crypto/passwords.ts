import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** The OWASP minimum for Argon2id, which is the library's default kind: 19 MiB, two passes, one lane; off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash that no password has, so that an unknown e-mail costs the same time as a wrong password. */
const NOBODY = hash(randomBytes(32), COST)

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Checks a password; without a stored hash it works as long and answers false. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await NOBODY), password)
  return stored !== undefined && matches
}
