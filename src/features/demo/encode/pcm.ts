/** Finished sound: 16-bit samples, one array a channel (one or two), all of the same length. */
export type Pcm = {
  sampleRate: number
  channels: readonly Int16Array[]
}

/** Samples as little-endian interleaved bytes, the order of WAV, of FLAC's MD5 and of Opus input. */
export function interleave(pcm: Pcm): Buffer {
  const { channels } = pcm
  const frames = channels[0]?.length ?? 0
  const samples = new Int16Array(frames * channels.length)
  for (const [offset, channel] of channels.entries()) {
    for (let i = 0, at = offset; i < frames; i++, at += channels.length) samples[at] = channel[i] ?? 0
  }
  // Every platform Node runs our dependencies on is little-endian, so the memory is the wire form.
  return Buffer.from(samples.buffer)
}

/** Float samples to 16 bit, rounded and held inside the range. */
export function quantize(channel: Float32Array): Int16Array {
  const samples = new Int16Array(channel.length)
  for (let i = 0; i < channel.length; i++) {
    const scaled = (channel[i] ?? 0) * 32767
    // Truncation after half a step away from zero: several times quicker than `Math.round`.
    samples[i] = scaled >= 32767 ? 32767 : scaled <= -32767 ? -32767 : (scaled + (scaled < 0 ? -0.5 : 0.5)) | 0
  }
  return samples
}
