/** Tells when the page is out of sight, when it is left, and when the network is back. Returns what ends it. */
export function watchPage(on: { hidden: (hidden: boolean) => void; left: () => void; online: () => void }): () => void {
  const visibility = () => on.hidden(document.hidden)
  document.addEventListener('visibilitychange', visibility)
  window.addEventListener('pagehide', on.left)
  window.addEventListener('online', on.online)
  return () => {
    document.removeEventListener('visibilitychange', visibility)
    window.removeEventListener('pagehide', on.left)
    window.removeEventListener('online', on.online)
  }
}
