/** A socket as the link needs it, so that the link can be tested without a browser. */
export type Wire = {
  /** Whether it went out; a line that is just closing takes nothing. */
  send: (data: string | ArrayBuffer) => boolean
  close: (code: number, reason: string) => void
  /** Bytes that have not left yet. */
  unsent: () => number
}
export type WireEvents = {
  open: () => void
  message: (text: string) => void
  closed: (code: number, reason: string) => void
}
export type OpenWire = (address: string, events: WireEvents) => Wire

export const openWire: OpenWire = (address, events) => {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.open()
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') events.message(data)
  }
  socket.onclose = ({ code, reason }) => events.closed(code, reason)
  return {
    send: (data) => {
      const open = socket.readyState === WebSocket.OPEN
      if (open) socket.send(data)
      return open
    },
    close: (code, reason) => socket.close(code, reason),
    unsent: () => socket.bufferedAmount,
  }
}
