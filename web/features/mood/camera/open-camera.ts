/** Which camera: one by its id, or the one that looks at the person or away from them (phones). */
export type CameraChoice = { deviceId?: string; facing?: 'user' | 'environment' }

export function openCamera(
  { deviceId, facing = 'user' }: CameraChoice,
  size: { width: number; height: number },
): Promise<MediaStream> {
  const ideal = { width: { ideal: size.width }, height: { ideal: size.height } }
  const video = deviceId ? { ...ideal, deviceId: { exact: deviceId } } : { ...ideal, facingMode: facing }
  return navigator.mediaDevices.getUserMedia({ video, audio: false })
}

/** Ends a stream: the camera's light goes out. */
export function silence(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

export const listCameras = async (): Promise<MediaDeviceInfo[]> =>
  (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
