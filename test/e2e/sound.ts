/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { until } from './support.ts'

/** What sounds in a page; begin before its first address is opened. */
export async function listenTo(page: Page) {
  await page.addInitScript(rememberAudio)
  /** Source, clock and length of what sounds now. */
  const sounding = () =>
    page.evaluate(() => {
      const audio = (window as unknown as { playingAudio(): HTMLMediaElement | null }).playingAudio()
      return audio && { src: new URL(audio.src).pathname, time: audio.currentTime, length: audio.duration }
    })
  const seekTo = (secondsBeforeEnd: number) =>
    page.evaluate((seconds) => {
      const audio = (window as unknown as { playingAudio(): HTMLMediaElement | null }).playingAudio()
      if (audio) audio.currentTime = audio.duration - seconds
    }, secondsBeforeEnd)
  /** Waits until sound goes on by itself, and answers of what address. */
  async function clockMoves(): Promise<string> {
    await until(async () => ((await sounding())?.time ?? 0) > 0.2)
    const before = await sounding()
    await until(async () => ((await sounding())?.time ?? 0) > (before?.time ?? 0) + 0.5)
    return (await sounding())?.src ?? ''
  }
  return { sounding, seekTo, clockMoves }
}

/** Runs in the page: keeps every audio element that was ever told to play, because they are in no document. */
function rememberAudio(): void {
  const known = new Set<HTMLMediaElement>()
  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function () {
    known.add(this)
    return play.call(this)
  }
  Object.assign(window, { playingAudio: () => [...known].find((audio) => !audio.paused && !audio.ended) ?? null })
}
