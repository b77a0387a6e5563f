import { Camera, Eye, EyeOff, ScanFace, Trash2, Video } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { CameraView } from '../camera/camera-view.tsx'
import { FacePicture } from '../face/face-picture.tsx'
import { troubleOf } from '../reading/trouble.ts'
import type { useReading } from '../reading/use-reading.ts'
import { useConsent } from './consent.ts'
import { ConsentCard } from './consent-card.tsx'
import { Frame } from './frame.tsx'
import { DropZone, FileButton, SourcePanel, usePaste } from './source-panel.tsx'

type Work = ReturnType<typeof useReading>

type ToolsProps = { work: Work; mesh: boolean; onMesh: () => void; onLive: () => void }

/** Buttons under the picture: the live mode, another one, the mesh, and forgetting it. */
function Tools({ work, mesh, onMesh, onLive }: ToolsProps) {
  const { t } = useTranslation()
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      <Button icon={Video} onClick={onLive}>
        {t('mood.live.start')}
      </Button>
      <Button icon={Camera} onClick={work.openCamera}>
        {t('mood.source.cameraShort')}
      </Button>
      <FileButton label={t('mood.source.another')} onPicture={work.read} />
      <div className="ml-auto flex">
        {work.state.is === 'read' && (
          <IconButton
            icon={mesh ? EyeOff : Eye}
            size="small"
            label={t(mesh ? 'mood.hideMesh' : 'mood.showMesh')}
            onClick={onMesh}
          />
        )}
        <IconButton icon={Trash2} size="small" label={t('mood.forget')} onClick={work.forget} />
      </div>
    </div>
  )
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const trouble = troubleOf(error)
  return (
    <div role="alert" className="absolute inset-0 grid place-items-center overflow-y-auto bg-page/85">
      <EmptyState icon={ScanFace} title={t(`mood.trouble.${trouble}.title`)} text={t(`mood.trouble.${trouble}.text`)} />
    </div>
  )
}

/** The left half: consent, source, camera, picture, in the same frame. */
export function PicturePanel({ work, color, onLive }: { work: Work; color: string; onLive: () => void }) {
  const consent = useConsent()
  const [mesh, setMesh] = useState(true)
  const { state } = work
  usePaste(work.read, consent.value && state.is !== 'camera')
  if (!consent.value) return <ConsentCard />
  const live = () => {
    work.forget()
    onLive()
  }
  const picture = 'picture' in state ? state.picture : null
  return (
    <div>
      {state.is === 'empty' && <SourcePanel onPicture={work.read} onCamera={work.openCamera} onLive={live} />}
      {state.is === 'camera' && <CameraView onSnapshot={work.read} onCancel={work.forget} onTrouble={work.fail} />}
      {(state.is === 'reading' || state.is === 'read' || state.is === 'failed') && (
        <DropZone onPicture={work.read}>
          <Frame className={state.is === 'reading' ? 'animate-breathe' : ''}>
            {picture && (
              <FacePicture
                picture={picture}
                reading={state.is === 'read' ? state.reading : null}
                color={color}
                mesh={mesh}
              />
            )}
            {state.is === 'failed' && <Failure error={state.error} />}
          </Frame>
          <Tools work={work} mesh={mesh} onMesh={() => setMesh(!mesh)} onLive={live} />
        </DropZone>
      )}
    </div>
  )
}
