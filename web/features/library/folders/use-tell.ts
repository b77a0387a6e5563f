import { useErrorText } from '../../../components/feedback/error-text.ts'
import { toast } from '../../../components/overlays/toasts.ts'

/** Says aloud why something did not work. */
export function useTell(): (error: unknown) => void {
  const errorText = useErrorText()
  return (error) => {
    const { what, kept } = errorText(error)
    toast(kept ? `${what}. ${kept}` : what, { tone: 'bad' })
  }
}
