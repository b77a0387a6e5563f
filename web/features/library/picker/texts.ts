import { defineTexts } from '../../../lib/i18n/types.ts'

export const pickerTexts = defineTexts(
  {
    path: 'Folder on the server',
    up: 'One level up',
    folders: 'Folders in {{path}}',
    noFolders: 'No folders in here.',
    audio_one: '{{formatted}} audio file',
    audio_other: '{{formatted}} audio files',
    noAudio: 'No audio files here or just below',
    choose: 'Use this folder',
  },
  {
    path: 'Carpeta del servidor',
    up: 'Subir un nivel',
    folders: 'Carpetas en {{path}}',
    noFolders: 'Aquí no hay carpetas.',
    audio_one: '{{formatted}} archivo de audio',
    audio_other: '{{formatted}} archivos de audio',
    noAudio: 'No hay audio aquí ni justo debajo',
    choose: 'Usar esta carpeta',
  },
)
