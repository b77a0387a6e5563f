import { client, ok } from '../../lib/api/client.ts'
import { queryClient } from '../../lib/api/query.ts'
import { forgetPlayer } from '../player/state/player.ts'

/** Ends the session here and on the server; nothing of the account stays in the page. */
export async function signOut(): Promise<void> {
  await ok(client.POST('/auth/logout'))
  forgetPlayer()
  queryClient.clear()
  window.location.assign('/login')
}
