import { describe, expect, it } from 'vitest'
import { commandOf, type Focus, type Press, SHEET } from '../../../web/features/player/keys/shortcuts.ts'

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
  ...over,
})
const on = (tag: string, over: Partial<Focus> = {}): Focus => ({
  tag,
  role: '',
  type: '',
  editable: false,
  inMenu: false,
  ...over,
})
const PAGE = on('body')

describe('keys on the page', () => {
  it.each([
    [' ', 'toggle'],
    ['ArrowLeft', 'back'],
    ['ArrowRight', 'ahead'],
    ['ArrowUp', 'louder'],
    ['ArrowDown', 'quieter'],
    ['m', 'mute'],
    ['M', 'mute'],
    ['n', 'next'],
    ['p', 'previous'],
    ['s', 'stop'],
    ['/', 'search'],
    ['l', 'queue'],
    ['y', 'lyrics'],
    ['?', 'help'],
    ['MediaPlayPause', 'toggle'],
    ['MediaTrackNext', 'next'],
    ['MediaTrackPrevious', 'previous'],
  ])('%j is %s', (key, command) => {
    expect(commandOf(press(key), PAGE)).toBe(command)
  })

  it('leaves every other key alone', () => {
    for (const key of ['a', 'Tab', 'Enter', 'Escape', 'PageDown', 'Home', 'F5', '1'])
      expect(commandOf(press(key), PAGE)).toBeNull()
  })

  it('leaves key combinations to the browser', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(commandOf(press('p', { [held]: true }), PAGE)).toBeNull()
  })

  it('leaves keys alone that somebody has used already', () => {
    expect(commandOf(press('m', { defaultPrevented: true }), PAGE)).toBeNull()
    expect(commandOf(press('m', { isComposing: true }), PAGE)).toBeNull()
  })
})

describe('keys that belong to what has the focus', () => {
  const typing: Focus[] = [
    on('input', { type: 'text' }),
    on('input', { type: 'search' }),
    on('input', { type: 'password' }),
    on('textarea'),
    on('select'),
    on('div', { editable: true }),
    on('div', { role: 'textbox' }),
  ]
  it('are all keys while typing, but for the media keys', () => {
    for (const focus of typing) {
      for (const key of [' ', 'm', '/', 'ArrowUp', '?']) expect(commandOf(press(key), focus)).toBeNull()
      expect(commandOf(press('MediaPlayPause'), focus)).toBe('toggle')
    }
  })

  it.each([on('button'), on('div', { role: 'switch' }), on('summary'), on('input', { type: 'checkbox' })])(
    'is the space bar on what it presses, and nothing else: %o',
    (focus) => {
      expect(commandOf(press(' '), focus)).toBeNull()
      expect(commandOf(press('n'), focus)).toBe('next')
    },
  )

  it('are the arrows on a slider, not its other keys', () => {
    const slider = on('span', { role: 'slider' })
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
      expect(commandOf(press(key), slider)).toBeNull()
    expect(commandOf(press(' '), slider)).toBe('toggle')
  })

  it('are all keys in a menu or a dialog', () => {
    expect(commandOf(press('s'), on('div', { inMenu: true }))).toBeNull()
  })
})

it('shows every command once on the sheet', () => {
  const shown = SHEET.map(([command]) => command)
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown).toHaveLength(13)
})
