import { describe, expect, it } from 'vitest'
import { signatureOf } from '../../../src/providers/lastfm/scrobble/sign.ts'
import { PERSON } from '../../contracts/port.ts'
import { scrobble } from '../../contracts/scrobbler.ts'
import { LASTFM_KEY, LASTFM_SECRET, LASTFM_SESSION, type TakenScrobble } from '../../fakes/lastfm/options.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { openLastfm } from './support.ts'

const world = makeWorld({ artists: 12 })
const DAY = 24 * 60

describe('the signature of Last.fm', () => {
  it('is that of the two known examples', () => {
    const api_key = LASTFM_KEY
    const session = { api_key, method: 'auth.getSession', token: 'tok_example_1' }
    expect(signatureOf(session, LASTFM_SECRET)).toBe('f28b4521c13393e69a57f54b9aee09b5')
    const scrobbles = {
      ...{ api_key, method: 'track.scrobble', sk: 'sess_example' },
      ...{ 'artist[0]': 'Sigur Rós', 'track[0]': 'Hoppípolla', 'timestamp[0]': '1790000000' },
      ...{ 'artist[1]': 'Björk', 'track[1]': 'Jóga', 'timestamp[1]': '1790000300' },
    }
    expect(signatureOf(scrobbles, LASTFM_SECRET)).toBe('ee89c89470ea1e0cc049d7e105cc363a')
  })

  it('leaves out format and callback, and puts artist[10] before artist[1]', () => {
    const values = { 'artist[1]': 'b', 'artist[10]': 'a' }
    expect(signatureOf({ ...values, format: 'json', callback: 'x' }, 's')).toBe(signatureOf(values, 's'))
    expect(signatureOf(values, 's')).toBe(signatureOf({ 'artist[10]': 'aartist[1]b' }, 's'))
  })
})

describe('lastfm: scrobbling', () => {
  it('sends fifty in one call, and one alone', async () => {
    const taken: TakenScrobble[] = []
    await using run = await openLastfm(world, { taken })
    const { scrobbler } = run.ports
    const fifty = Array.from({ length: 50 }, (_, at) => scrobble(1000 - at * 5, { track: `Jóga & Co ${at}` }))
    expect(scrobbler?.mostAtOnce).toBe(50)
    expect(await scrobbler!.scrobble(LASTFM_SESSION, fifty, PERSON)).toEqual(fifty.map(() => 'taken'))
    expect(taken.map(({ track }) => track)).toEqual(fifty.map(({ track }) => track))
    expect(taken[0]?.timestamp).toBe(Math.floor(fifty[0]!.startedAt.getTime() / 1000))
    expect(await scrobbler!.scrobble(LASTFM_SESSION, [scrobble(3)], PERSON)).toEqual(['taken'])
    expect(run.fake.requests.map(({ method }) => method)).toEqual(['POST', 'POST'])
    await expect(scrobbler!.scrobble(LASTFM_SESSION, [...fifty, scrobble(1)], PERSON)).rejects.toThrow(RangeError)
  })

  it('tells what was ignored, in order', async () => {
    await using run = await openLastfm(world)
    const sent = [
      scrobble(30),
      scrobble(15 * DAY),
      scrobble(20, { artist: 'Unknown Artist' }),
      scrobble(10),
      scrobble(-2 * DAY),
    ]
    const outcomes = await run.ports.scrobbler!.scrobble(LASTFM_SESSION, sent, PERSON)
    expect(outcomes).toEqual(['taken', 'ignored', 'ignored', 'taken', 'ignored'])
  })

  it('waits when the account has had its scrobbles of the day', async () => {
    await using run = await openLastfm(world, { dailyLimit: 0 })
    const sent = run.ports.scrobbler!.scrobble(LASTFM_SESSION, [scrobble(3)], PERSON)
    await expect(sent).rejects.toMatchObject({ problem: 'busy', until: expect.any(Date) })
  })

  it('says which account it is, and that a session is not taken any more', async () => {
    await using run = await openLastfm(world)
    expect(await run.ports.scrobbler!.account(LASTFM_SESSION, PERSON)).toBe('joe')
    await expect(run.ports.scrobbler!.account('gone', PERSON)).rejects.toMatchObject({ problem: 'refused' })
    await expect(run.ports.scrobbler!.scrobble('gone', [scrobble(3)], PERSON)).rejects.toMatchObject({
      problem: 'refused',
    })
    // Another account is not held to account for it.
    expect(await run.ports.scrobbler!.scrobble(LASTFM_SESSION, [scrobble(3)], PERSON)).toEqual(['taken'])
  })

  it('tells what is playing once, whatever happens', async () => {
    const playing = new Map<string, string>()
    await using run = await openLastfm(world, { playing })
    await run.ports.scrobbler!.nowPlaying(LASTFM_SESSION, scrobble(0), PERSON)
    expect(playing.get('joe')).toBe('Tide Table 0')
    run.fake.trouble = [{ kind: 'reply', reply: { body: { error: 16, message: 'later' } } }]
    await expect(run.ports.scrobbler!.nowPlaying(LASTFM_SESSION, scrobble(0), PERSON)).rejects.toThrow()
    expect(run.fake.requests).toHaveLength(2)
  })

  it('does not send scrobbles again by itself', async () => {
    await using run = await openLastfm(world)
    run.fake.trouble = [{ kind: 'error' }]
    await expect(run.ports.scrobbler!.scrobble(LASTFM_SESSION, [scrobble(3)], PERSON)).rejects.toThrow()
    expect(run.fake.requests).toHaveLength(1)
  })

  it('refuses an answer for another number of scrobbles', async () => {
    await using run = await openLastfm(world)
    run.fake.trouble = [{ kind: 'reply', reply: { body: { scrobbles: { scrobble: '' } } } }]
    await expect(run.ports.scrobbler!.scrobble(LASTFM_SESSION, [scrobble(3)], PERSON)).rejects.toMatchObject({
      problem: 'broken',
    })
  })

  it('signs a user in with the token of the callback, once', async () => {
    await using run = await openLastfm(world)
    const { signIn } = run.ports.scrobbler!
    const page = await fetch(signIn!.url('http://127.0.0.1:1/lastfm/callback?x=1'), { redirect: 'manual' })
    const back = new URL(page.headers.get('location') ?? '')
    expect(back.searchParams.get('x')).toBe('1')
    const grant = back.searchParams.get('token') ?? ''
    const { token, account } = await signIn!.token(grant, PERSON)
    expect(account).toBe('joe')
    expect(await run.ports.scrobbler!.account(token, PERSON)).toBe('joe')
    await expect(signIn!.token(grant, PERSON)).rejects.toMatchObject({ problem: 'refused' })
  })

  it('says that the secret is wrong', async () => {
    await using run = await openLastfm(world, { secret: 'another' })
    await expect(run.ports.scrobbler!.account(LASTFM_SESSION, PERSON)).rejects.toMatchObject({
      message: expect.stringContaining('LASTFM_API_SECRET'),
    })
  })
})
