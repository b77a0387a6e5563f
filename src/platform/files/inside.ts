import path from 'node:path'

/** Is `file` the directory `dir` itself or something below it? Both are absolute. */
export function isInside(dir: string, file: string): boolean {
  const relative = path.relative(dir, file)
  return relative === '' || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..')
}
