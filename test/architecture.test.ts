import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
type Import = { target: string; typeOnly: boolean }
type Module = { file: string; text: string; imports: Import[] }

const modules = await load()
const byFile = new Map(modules.map((module) => [module.file, module]))

async function load(): Promise<Module[]> {
  const names = await readdir(path.join(root, 'src'), { recursive: true })
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const file = `src/${name.split(path.sep).join('/')}`
      const text = readFileSync(path.join(root, file), 'utf8')
      return { file, text, imports: importsOf(file, text) }
    })
}

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?from\s+)?['"]([^'"]+)['"]/gms)
  return [...found].map(([, type, names = '', target = '']) => {
    const inner = /\{([^}]*)\}/s.exec(names)?.[1]
    const allTypes =
      inner !== undefined &&
      !/^\s*[\w$]+\s*,/.test(names) &&
      inner.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name))
    const resolved = target.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
      : target
    return { target: resolved, typeOnly: Boolean(type) || allTypes }
  })
}

/** Where a file lives: its room, and for features which one. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  if (!file.startsWith('src/')) return 'outside'
  if (first === 'features' || first === 'providers') return second.includes('.') ? first : `${first}/${second}`
  return first
}

const broken = (check: (module: Module, target: Import, room: string, targetRoom: string) => string | null): string[] =>
  modules.flatMap((module) =>
    module.imports
      .filter(({ target }) => target.startsWith('src/'))
      .flatMap((target) => {
        const reason = check(module, target, roomOf(module.file), roomOf(target.target))
        return reason ? [`${module.file} -> ${target.target}: ${reason}`] : []
      }),
  )

describe('arrows between rooms', () => {
  it('finds the sources', () => {
    expect(modules.length).toBeGreaterThan(50)
    expect(byFile.has('src/main.ts')).toBe(true)
  })

  it('platform knows nothing of music', () => {
    const reason = 'platform holds what any server could use; move the call up or the thing down'
    expect(
      broken((_m, _t, room, to) => (room === 'platform' && to !== 'platform' && to !== 'errors.ts' ? reason : null)),
    ).toEqual([])
  })

  it('db stands on platform only', () => {
    const reason = 'db knows tables and connections, not features'
    expect(
      broken((_m, _t, room, to) => (room === 'db' && !['db', 'platform', 'errors.ts'].includes(to) ? reason : null)),
    ).toEqual([])
  })

  it('vision and providers stand on platform only', () => {
    const reason = 'vision and providers are used by features, never the other way round'
    const closed = (room: string) => room === 'vision' || room.startsWith('providers')
    // The list of all providers is beside them, in their own room.
    const allowed = (room: string, to: string) =>
      ['platform', 'errors.ts', 'providers', 'providers/common'].includes(to) ||
      (room === 'providers' && to.startsWith('providers/'))
    expect(broken((_m, _t, room, to) => (closed(room) && to !== room && !allowed(room, to) ? reason : null))).toEqual(
      [],
    )
  })

  it('features import each other only as types or schemas', () => {
    const reason = 'features do not call each other: let context.ts hand over what is needed'
    const allowed = (target: string) => target.endsWith('/contract.ts')
    expect(
      broken((_m, t, room, to) =>
        room.startsWith('features/') && to.startsWith('features/') && to !== room && !t.typeOnly && !allowed(t.target)
          ? reason
          : null,
      ),
    ).toEqual([])
  })

  it('nothing but main and app knows the whole', () => {
    const reason = 'the context is a type to everyone else'
    const top = ['main.ts', 'app.ts', 'context.ts']
    expect(
      broken((_m, t, room, to) => (!top.includes(room) && top.includes(to) && !t.typeOnly ? reason : null)),
    ).toEqual([])
  })

  it('has no run-time import cycles', () => {
    expect(findCycle()).toBe(null)
  })
})

function findCycle(): string | null {
  const done = new Set<string>()
  const visit = (file: string, trail: string[]): string | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file].join(' -> ')
    if (done.has(file)) return null
    for (const { target, typeOnly } of byFile.get(file)?.imports ?? []) {
      const cycle = typeOnly ? null : visit(target, [...trail, file])
      if (cycle) return cycle
    }
    done.add(file)
    return null
  }
  for (const { file } of modules) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return null
}

const filesWith = (pattern: RegExp, allowed: (file: string) => boolean): string[] =>
  modules.filter(({ file, text }) => pattern.test(text) && !allowed(file)).map(({ file }) => file)

describe('things that have one place', () => {
  it('the environment is read in main.ts (configuration comes from there)', () => {
    expect(filesWith(/\bprocess\.env\b/, (file) => file === 'src/main.ts')).toEqual([])
  })

  it('SQL is written in db and in stores', () => {
    const isStore = (file: string) => file.startsWith('src/db/') || /\/store(\.ts|\/)/.test(file)
    const sqlHere = /import\s+\{[^}]*\b(sql|eq|and|inArray)\b[^}]*\}\s+from 'drizzle-orm'/
    expect(filesWith(sqlHere, (file) => isStore(file))).toEqual([])
  })

  it('undici is used in platform/upstream', () => {
    expect(filesWith(/from 'undici'/, (file) => file.startsWith('src/platform/upstream/'))).toEqual([])
  })

  it('no condition names a provider outside providers/', () => {
    const condition = /(?:===|!==|case)\s*'(?:musicbrainz|deezer|lastfm|spotify|discogs|itunes|listenbrainz)'/
    expect(filesWith(condition, (file) => file.startsWith('src/providers/'))).toEqual([])
  })
})

/** Functions over the limit. A factory (`createX`) is a list of verbs, and each of them counts by itself. */
function longFunctions({ file, text }: Module): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => source.getLineAndCharacterOfPosition(at).line
      const lines = line(node.end) - line(node.getStart(source)) + 1
      const name =
        node.name?.getText(source) ??
        (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : 'a function')
      if (lines > 40 && !/^create[A-Z]/.test(name)) found.push(`${file}: ${name} (${lines} lines)`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('sizes', () => {
  it('no file is longer than 250 lines', () => {
    const long = modules
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ file, text }) => `${file} (${text.split('\n').length})`)
    expect(long).toEqual([])
  })

  it('no function is longer than 40 lines (factories and route lists are counted by what they hold)', () => {
    expect(modules.filter(({ file }) => !/\/(routes|stream)\.ts$/.test(file)).flatMap(longFunctions)).toEqual([])
  })

  it('no folder holds more than eight files', () => {
    const counts = new Map<string, number>()
    for (const { file } of modules)
      counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 8)).toEqual([])
  })

  it('main, app and context stay tables of contents', () => {
    const lines = (file: string) => byFile.get(file)?.text.split('\n').length ?? 0
    expect({
      main: lines('src/main.ts') <= 41,
      app: lines('src/app.ts') <= 101,
      context: lines('src/context.ts') <= 151,
    }).toEqual({ main: true, app: true, context: true })
  })
})
