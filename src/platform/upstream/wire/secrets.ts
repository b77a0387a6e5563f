const SECRET = /key|token|secret|sig|^sk$|pass|auth|cookie|^code$/i
/** Shorter values are no secrets, and would be found in every other word. */
const LEAST = 6

/**
 * Takes the keys and tokens of a request out of a text. Reasons come from replies in part, and a service may repeat
 * what it was sent.
 */
export function scrubber(
  { searchParams }: URL,
  headers: Readonly<Record<string, string>>,
  form: object | URLSearchParams | undefined,
): (text: string) => string {
  const sent = form instanceof URLSearchParams ? [...form] : Object.entries(form ?? {})
  const values = [...searchParams, ...Object.entries(headers), ...sent]
    .filter((pair): pair is [string, string] => SECRET.test(pair[0]) && typeof pair[1] === 'string')
    .flatMap(([, value]) => [value, ...value.split(/[\s=,"]+/)])
    .filter((value) => value.length >= LEAST)
    .sort((a, b) => b.length - a.length)
  return (text) => values.reduce((rest, value) => rest.replaceAll(value, '***'), text)
}
