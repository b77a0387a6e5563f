import { describe, expect, it } from 'vitest'
import { guardedLookup, RefusedAddress } from '../../../../src/platform/upstream/guard/agent.ts'
import { isPublicAddress } from '../../../../src/platform/upstream/guard/ranges.ts'

describe('an address', () => {
  it.each([
    ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ...['128.0.0.1', '169.253.0.1', '172.15.255.255', '172.32.0.0', '192.0.1.1', '192.167.1.1', '192.169.0.1'],
    ...['198.17.255.255', '198.20.0.0', '203.0.112.1', '223.255.255.255', '2606:4700::1111', '2a00:1450::1', '2003::1'],
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.255'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.1.1.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:7f00:1'],
    ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:db8::1'],
    ...['2001:10::1', '2001:20::1', '2002:7f00:1::', '3fff::1', '5f00::1', 'fc00::1', 'fd12:3456::1', 'fe80::1'],
    ...['fe80::1%eth0', 'fec0::1', 'ff02::1', '', 'localhost', '127.1', '2130706433'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('a lookup', () => {
  type Found = { address: string; family: number }[]
  const ask = (answers: Found[], all = true) => {
    const asked: string[] = []
    const lookup = guardedLookup(async (name) => {
      asked.push(name)
      return answers[asked.length - 1]!
    })
    const once = () =>
      new Promise<unknown>((resolve) => lookup('name.example', { all }, (error, ...found) => resolve(error ?? found)))
    return { asked, once }
  }
  const open = { address: '8.8.8.8', family: 4 }
  const inner = { address: '127.0.0.1', family: 4 }

  it('hands over what it checked, asking once', async () => {
    const { asked, once } = ask([[open, { address: '2a00::1', family: 6 }]])
    expect(await once()).toEqual([[open, { address: '2a00::1', family: 6 }]])
    expect(asked).toEqual(['name.example'])
    expect(await ask([[open]], false).once()).toEqual(['8.8.8.8', 4])
  })

  it.each([[[inner]], [[open, inner]], [[]]])('refuses %j', async (found) => {
    expect(await ask([found]).once()).toBeInstanceOf(RefusedAddress)
  })

  it('is made for each connection: a name that turns inwards is refused then', async () => {
    const { once } = ask([[open], [inner]])
    expect(await once()).toEqual([[open]])
    expect(await once()).toBeInstanceOf(RefusedAddress)
  })
})
