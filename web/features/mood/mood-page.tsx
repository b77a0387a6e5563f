import { Link } from '@tanstack/react-router'
import { History, Info } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { Icon } from '../../components/media/icon.tsx'
import { useAccent } from '../../lib/theme.ts'
import type { Intensity } from './api.ts'
import { COLORS, type Emotion, isEmotion } from './emotions.ts'
import { HowRead } from './live/panel/how-read.tsx'
import { LivePanel } from './live/panel/live-panel.tsx'
import { useLiveControls } from './live/panel/use-live-controls.ts'
import { LiveSide } from './live/side/live-side.tsx'
import { useLive } from './live/state/store.ts'
import { useSlow } from './live/state/use-slow.ts'
import { MoodButtons } from './music/mood-buttons.tsx'
import { MusicList } from './music/music-list.tsx'
import { useMusic } from './music/use-music.ts'
import { PicturePanel } from './picture/picture-panel.tsx'
import { ChooseEmotion } from './reading/choose-emotion.tsx'
import { useReading } from './reading/use-reading.ts'
import { Verdict } from './reading/verdict.tsx'
import { Waiting } from './reading/waiting.tsx'

/** The whole page takes the emotion's colour; it changes slower than a face does. */
const ACCENT_MS = 1200

/** What a reading is worth, said once and plainly. */
function WhatThisIsNot() {
  const { t } = useTranslation()
  return (
    <aside className="mt-10 flex max-w-3xl gap-3 text-sm text-faint">
      <Icon icon={Info} size={18} className="mt-0.5 shrink-0" />
      <p>{t('mood.notThis')}</p>
    </aside>
  )
}

/** The right half while there is no reading: the person may simply say how it is. */
function SayIt({ onChoose }: { onChoose: (emotion: Emotion) => void }) {
  const { t } = useTranslation()
  return (
    <div>
      <h2 className="display text-lg">{t('mood.sayIt')}</h2>
      <p className="mt-1 mb-4 text-sm text-soft">{t('mood.sayItText')}</p>
      <ChooseEmotion label={t('mood.sayIt')} value={null} onChange={onChoose} />
    </div>
  )
}

type Music = ReturnType<typeof useMusic>

/** The reading of one picture, and what the person says about it; a new picture begins anew. */
function usePicture(music: Music) {
  const work = useReading()
  const [said, setSaid] = useState<{ emotion: Emotion; about: unknown } | null>(null)
  const reading = work.state.is === 'read' ? work.state.reading : null
  const chosen = said !== null && said.about === reading ? said.emotion : null
  const found = reading?.detection.clase_detallada
  const emotion = chosen ?? (isEmotion(found) ? found : null)
  const play = (intensity: Intensity) => {
    if (emotion === null) return
    const confidence = chosen === null ? (reading?.detection.confianza ?? 1) : 1
    music.mutate({ kind: 'emotion', emotion, confidence, intensity })
  }
  const say = (next: Emotion) => setSaid({ emotion: next, about: reading })
  return { work, reading, chosen, emotion, play, say }
}

/** The right half of a single picture. */
function PictureSide({ picture, busy }: { picture: ReturnType<typeof usePicture>; busy: boolean }) {
  const { t } = useTranslation()
  const { work, reading, chosen, emotion, play, say } = picture
  if (work.state.is === 'reading') return <Waiting />
  if (emotion === null && reading === null) return <SayIt onChoose={say} />
  return (
    <div>
      <Verdict reading={reading} chosen={chosen} onChoose={say} busy={busy} onPlay={play} />
      {!reading && (
        <div className="mt-6">
          <ChooseEmotion label={t('mood.sayIt')} value={emotion} onChange={say} />
        </div>
      )}
    </div>
  )
}

/** On a phone the bar has no room for the history. */
function HistoryLink() {
  const { t } = useTranslation()
  return (
    <Button asChild look="quiet">
      <Link to="/history">
        <Icon icon={History} size={18} />
        {t('mood.how.historyLink')}
      </Link>
    </Button>
  )
}

/** A face, live or on a picture, what it looks like, and music that fits. */
export function MoodPage() {
  const { t } = useTranslation()
  const music = useMusic()
  const picture = usePicture(music)
  const { start, forget } = useLiveControls()
  const live = useLive((state) => state.on)
  const found = useSlow(
    useLive(({ result }) => result?.detection.clase_detallada ?? null),
    ACCENT_MS,
  )
  const emotion = live ? found : picture.emotion
  const color = emotion === null ? null : COLORS[emotion]
  useAccent(color)
  const play = (feeling: Emotion, confidence: number, intensity: Intensity) =>
    music.mutate({ kind: 'emotion', emotion: feeling, confidence, intensity })
  return (
    <Page>
      <PageHeader title={t('shell.nav.mood')} note={t('mood.note')} action={<HistoryLink />} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        {live ? <LivePanel /> : <PicturePanel work={picture.work} color={color ?? COLORS.neutral} onLive={start} />}
        <div className="lg:row-span-2">
          {live ? (
            <LiveSide busy={music.isPending} onPlay={play} onForget={() => void forget()} />
          ) : (
            <PictureSide picture={picture} busy={music.isPending} />
          )}
        </div>
        <HowRead onWithdraw={picture.work.forget} />
      </div>
      <MusicList music={music.data} pending={music.isPending} />
      <MoodButtons busy={music.isPending} onChoose={(mood) => music.mutate({ kind: 'mood', mood })} />
      <WhatThisIsNot />
    </Page>
  )
}
