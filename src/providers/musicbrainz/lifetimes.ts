const DAY = 86_400

/** How long answers are kept, in seconds: what one thing is, and lists that grow when a record comes out. */
export const ENTITY = { hit: 30 * DAY, miss: 7 * DAY }
export const LIST = { hit: 7 * DAY, miss: 7 * DAY }
