/** Audio files by extension, with the type a browser is told. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    m4b: 'audio/mp4',
    aac: 'audio/aac',
    flac: 'audio/flac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg',
    wav: 'audio/wav',
    aif: 'audio/aiff',
    aiff: 'audio/aiff',
    aifc: 'audio/aiff',
    wma: 'audio/x-ms-wma',
    ape: 'audio/x-ape',
    wv: 'audio/x-wavpack',
    mpc: 'audio/x-musepack',
    dsf: 'audio/x-dsf',
  }),
)

const extension = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

export const isAudioName = (name: string): boolean => name.includes('.') && TYPES.has(extension(name))

/** The content type of a file: by what the scanner found inside, else by its name. */
export function contentType(name: string, container = ''): string {
  if (/ogg/i.test(container)) return 'audio/ogg'
  if (/flac/i.test(container)) return 'audio/flac'
  if (/mpeg/i.test(container) && !/mpeg-?4|m4a/i.test(container)) return 'audio/mpeg'
  if (/m4a|mp4|isom|mpeg-?4/i.test(container)) return 'audio/mp4'
  return TYPES.get(extension(name)) ?? 'application/octet-stream'
}
