/** Which key does what, and when it is left alone. Pure, so that it can be tested without a browser. */
export type Command =
  | 'toggle'
  | 'back'
  | 'ahead'
  | 'louder'
  | 'quieter'
  | 'mute'
  | 'next'
  | 'previous'
  | 'stop'
  | 'search'
  | 'queue'
  | 'lyrics'
  | 'help'

export type Press = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented: boolean
  isComposing: boolean
}
/** What has the focus: its tag, role and input type, all lower case. */
export type Focus = { tag: string; role: string; type: string; editable: boolean; inMenu: boolean }

const KEYS: Readonly<Record<string, Command>> = {
  ' ': 'toggle',
  mediaplaypause: 'toggle',
  arrowleft: 'back',
  arrowright: 'ahead',
  arrowup: 'louder',
  arrowdown: 'quieter',
  m: 'mute',
  n: 'next',
  mediatracknext: 'next',
  p: 'previous',
  mediatrackprevious: 'previous',
  s: 'stop',
  mediastop: 'stop',
  '/': 'search',
  l: 'queue',
  y: 'lyrics',
  '?': 'help',
}

/** The sheet shows them in this order. */
export const SHEET: readonly (readonly [Command, readonly string[]])[] = [
  ['toggle', ['Space']],
  ['back', ['←']],
  ['ahead', ['→']],
  ['louder', ['↑']],
  ['quieter', ['↓']],
  ['mute', ['M']],
  ['next', ['N']],
  ['previous', ['P']],
  ['stop', ['S']],
  ['queue', ['L']],
  ['lyrics', ['Y']],
  ['search', ['/']],
  ['help', ['?']],
]

const UNTYPED = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file', 'image'])
const isTyping = ({ tag, type, editable, role }: Focus) =>
  editable ||
  tag === 'textarea' ||
  tag === 'select' ||
  role === 'textbox' ||
  role === 'combobox' ||
  (tag === 'input' && !UNTYPED.has(type))

const PRESSED_BY_SPACE = new Set(['button', 'summary', 'a', 'audio', 'video'])
const SPACE_ROLES = new Set(['button', 'switch', 'checkbox', 'radio', 'tab', 'menuitem', 'option', 'link', 'row'])
const ARROW_ROLES = new Set([
  'slider',
  'tab',
  'radio',
  'menuitem',
  'option',
  'row',
  'grid',
  'listbox',
  'tree',
  'treeitem',
  'spinbutton',
  'scrollbar',
])

const usesSpace = ({ tag, role, type }: Focus) =>
  (PRESSED_BY_SPACE.has(tag) && tag !== 'a') || SPACE_ROLES.has(role) || (tag === 'input' && UNTYPED.has(type))
const usesArrows = ({ tag, role, type }: Focus) =>
  ARROW_ROLES.has(role) ||
  (tag === 'input' && (type === 'range' || type === 'radio')) ||
  tag === 'audio' ||
  tag === 'video'

/** The command of a key press, or null when the key belongs to whatever has the focus. */
export function commandOf(press: Press, focus: Focus): Command | null {
  if (press.defaultPrevented || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null
  const key = press.key.toLowerCase()
  const command = KEYS[key]
  if (command === undefined) return null
  if (key.startsWith('media')) return command
  if (isTyping(focus) || focus.inMenu) return null
  if (key === ' ' && usesSpace(focus)) return null
  if (key.startsWith('arrow') && usesArrows(focus)) return null
  return command
}

/** Commands that mean something only while a track is loaded. */
export const NEEDS_TRACK: ReadonlySet<Command> = new Set([
  'toggle',
  'back',
  'ahead',
  'louder',
  'quieter',
  'next',
  'previous',
  'stop',
])
