import { Download, FileJson, FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Menu } from '../../../components/overlays/menu.tsx'
import { exportAddress, type HistoryScope } from '../../../lib/api/emotions.ts'
import { ZONE } from '../queries.ts'

/** The browser downloads it itself, so that a long history never sits in the page. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

/** What the page shows, as a file to take away. */
export function ExportMenu({ scope }: { scope: HistoryScope }) {
  const { t, i18n } = useTranslation()
  const item = (format: 'csv' | 'json', icon: typeof FileJson) => ({
    id: format,
    label: t(`history.export.${format}`),
    icon,
    onSelect: () => download(exportAddress(scope, format, ZONE, i18n.language)),
  })
  return (
    <Menu groups={[[item('csv', FileSpreadsheet), item('json', FileJson)]]}>
      <Button icon={Download}>{t('history.export.label')}</Button>
    </Menu>
  )
}
