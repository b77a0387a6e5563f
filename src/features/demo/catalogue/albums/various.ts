import type { DemoAlbum } from '../types.ts'

export const VARIOUS: readonly DemoAlbum[] = [
  {
    title: 'Faro Sessions, Vol. 1',
    albumArtist: 'Various Artists',
    compilation: true,
    date: '2024-12-13',
    format: 'opus',
    cover: 'embedded',
    art: { motif: 'hills', palette: ['#102a43', '#486581', '#f0b429', '#fff8e1'] },
    discs: [
      [
        {
          ...{
            title: 'Faro',
            style: 'folk',
            key: 'C major',
            bpm: 108,
            verse: '1 4 6 5',
            chorus: '4 1 5 6',
            seconds: 34,
          },
          artists: ['Los Faroles de Abril'],
        },
        {
          ...{
            title: 'Night Shift Groove',
            style: 'funk',
            key: 'D dorian',
            bpm: 112,
            verse: '1 4 1 7',
            chorus: '3 4 1 1',
          },
          artists: ['Grupo Mercurio Nueve', 'Odessa Wynn'],
          seconds: 34,
        },
        {
          ...{
            title: 'Niebla (toma única)',
            style: 'ambient',
            key: 'G major',
            bpm: 64,
            verse: '1 4',
            chorus: '6 5',
            seconds: 36,
          },
          artists: ['Lúmina Baja'],
        },
        {
          ...{
            title: 'Lantern Run',
            style: 'drumAndBass',
            key: 'E minor',
            bpm: 170,
            verse: '1 6 3 7',
            chorus: '6 7 1 1',
          },
          artists: ['Kid Parallax', '星の郵便局'],
          seconds: 32,
        },
        {
          ...{
            title: 'Harbour Lights',
            style: 'dub',
            key: 'E minor',
            bpm: 74,
            verse: '1 7 6 7',
            chorus: '4 1 7 1',
            seconds: 34,
          },
          artists: ['Deep Harbour Sound'],
        },
      ],
    ],
  },
]
