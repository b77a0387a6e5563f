/** What the administrator has to change before there is a database; the message says it in one sentence. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
