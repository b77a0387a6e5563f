import { remembered } from '../../library/toolbar/remember.ts'

/** Whether pictures may be sent to the server. Nothing is uploaded and no camera opens before; it can be taken back. */
export const useConsent = remembered<boolean>('animo.mood.consent', (stored) => stored === true)
