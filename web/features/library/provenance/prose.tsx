import { ExternalLink } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { safeLink } from '../artists/detail/facts.ts'
import { licenceOf } from './told.ts'

/** Whether a text is longer than the lines it may take. */
function useClamped(text: string) {
  const ref = useRef<HTMLDivElement>(null)
  const [clamped, setClamped] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return undefined
    const look = () => setClamped(box.scrollHeight > box.clientHeight + 2)
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    look()
    return () => sizes.disconnect()
  }, [text])
  return { ref, clamped }
}

type Source = { title: string; attribution: string } | undefined

/** Where a text is from and under which licence; all that the service asks for is under "Where is this from?". */
function From({ source, url }: { source: Source; url: string | null }) {
  const { t } = useTranslation()
  const link = safeLink(url)
  if (!source && link === null) return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
      {source && (
        <span>
          {[t('library.artist.source', { source: source.title }), licenceOf(source.attribution)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      {link && (
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 rounded font-medium text-soft hover:text-text hover:underline"
        >
          {t('library.artist.readThere')}
          <Icon icon={ExternalLink} size={12} />
        </a>
      )}
    </p>
  )
}

type Props = { text: string; source: Source; url: string | null }

/** A text of three lines that opens, with its source and licence. */
export function Prose({ text, source, url }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { ref, clamped } = useClamped(text)
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="max-w-[72ch]">
      <div
        id={id}
        ref={ref}
        className={open ? 'space-y-3 text-base text-soft' : 'line-clamp-3 text-base text-soft [&_p]:inline'}
      >
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text in their order
          <p key={index}>{paragraph} </p>
        ))}
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
        {(clamped || open) && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="rounded text-sm font-semibold text-accent-text hover:underline"
          >
            {t(open ? 'library.artist.readLess' : 'library.artist.readMore')}
          </button>
        )}
        <From source={source} url={url} />
      </div>
    </div>
  )
}
