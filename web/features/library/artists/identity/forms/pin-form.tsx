import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../../components/controls/button.tsx'
import { Input } from '../../../../../components/controls/input.tsx'
import { Select } from '../../../../../components/controls/select.tsx'
import { type ArtistProfile, pinId } from '../../../../../lib/api/discography.ts'
import { idIn, PINNABLE } from './outside-id.ts'
import { useCurate } from './use-curate.ts'

type Props = { profile: ArtistProfile; onDone: () => void }

/** Which entry of a source is this artist; what is set here no source overwrites. */
export function PinForm({ profile: { artist }, onDone }: Props) {
  const { t } = useTranslation()
  const [provider, setProvider] = useState<(typeof PINNABLE)[number]['value']>('musicbrainz')
  const [text, setText] = useState('')
  const value = idIn(text)
  const [taken, setTaken] = useState(false)
  const pin = useCurate(() => pinId(artist.id, provider, value, taken), {
    said: t('library.identity.pinDone'),
    onDone,
    onConflict: () => setTaken(true),
  })
  const now = artist.ids[provider]
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== '') pin.mutate()
      }}
    >
      <div>
        <p className="mb-1.5 text-sm font-medium text-soft">{t('library.identity.provider')}</p>
        <Select label={t('library.identity.provider')} value={provider} options={PINNABLE} onChange={setProvider} />
      </div>
      <Input
        label={t('library.identity.value')}
        value={text}
        placeholder={now ?? ''}
        hint={t('library.identity.valueHint')}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTaken(false)
          setText(target.value)
        }}
      />
      {taken && (
        <p role="alert" className="text-sm text-soft">
          {t('library.identity.pinTaken')}
        </p>
      )}
      <Button type="submit" look="primary" busy={pin.isPending} disabled={value === ''}>
        {t(taken ? 'library.identity.movePin' : 'library.identity.doPin')}
      </Button>
    </form>
  )
}
