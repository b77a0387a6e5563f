/** The server tells in English why a file was left out; the known sentences are said in the reader's language. */
const KEYS = {
  'The directory cannot be read': 'directory',
  'The file cannot be read': 'unreadable',
  'The file could not be read': 'unreadable',
  'The link leads out of the music folder': 'link',
  'The file could not be read in time': 'slow',
  'The file is empty': 'empty',
  'The tag claims to be larger than the file': 'lyingTag',
  'The tag is too large': 'hugeTag',
  'No audio was found in the file': 'noAudio',
  'The file is far too small for the length it claims': 'tooSmall',
  'The file vanished while it was read': 'vanished',
  'The file may not be read by this user': 'forbidden',
  'The disk could not read the file': 'disk',
  'The file ends before its audio does': 'cut',
  'The content is not audio of a known kind': 'unknown',
  'The file is damaged: its tags or audio cannot be parsed': 'damaged',
  'The folder cannot be reached: its files are kept as offline': 'offline',
} as const

export type ReasonKey = (typeof KEYS)[keyof typeof KEYS]

/** The key of a sentence's translation, or null for one that we do not know; it is then shown as it came. */
export const reasonKey = (reason: string): ReasonKey | null =>
  Object.hasOwn(KEYS, reason) ? KEYS[reason as keyof typeof KEYS] : null
