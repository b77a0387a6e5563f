import { BOAT_SONG, SALT_ROAD } from '../lyrics.ts'
import type { DemoAlbum } from '../types.ts'

export const WOOD: readonly DemoAlbum[] = [
  {
    title: 'Camino de sal',
    albumArtist: 'Los Faroles de Abril',
    date: '2018-05-11',
    format: 'flac',
    cover: 'embedded',
    art: { motif: 'hills', palette: ['#f3d9b1', '#d98e5f', '#8a4b3a', '#2f2a2a'] },
    discs: [
      [
        {
          ...{ title: 'Camino de sal', style: 'folk', key: 'G major', bpm: 100, verse: '1 5 6 4', chorus: '4 1 5 6' },
          seconds: 38,
          lyrics: { kind: 'lrc', lines: SALT_ROAD },
        },
        {
          title: 'La casa de mi tía Inés',
          style: 'folk',
          key: 'D major',
          bpm: 92,
          verse: '1 4 1 5',
          chorus: '6 4 1 5',
          seconds: 36,
        },
        {
          title: 'Farol de invierno',
          style: 'folk',
          key: 'E minor',
          bpm: 84,
          verse: '1 7 6 7',
          chorus: '3 7 6 1',
          seconds: 36,
        },
      ],
    ],
  },
  {
    title: 'Northern Waltzes',
    albumArtist: 'Fjära',
    date: '2017-09-22',
    format: 'opus',
    cover: 'embedded',
    art: { motif: 'rings', palette: ['#123126', '#2f6b52', '#a9c88f', '#f4efd8'] },
    discs: [
      [
        {
          title: 'Skerry Waltz',
          style: 'waltz',
          key: 'D dorian',
          bpm: 138,
          verse: '1 7 1 4',
          chorus: '3 7 4 1',
          seconds: 34,
        },
        {
          ...{
            title: "The Ferryman's Daughter",
            style: 'waltz',
            key: 'G major',
            bpm: 120,
            verse: '1 4 1 5',
            chorus: '6 4 1 5',
          },
          seconds: 36,
          lyrics: { kind: 'embedded', lines: BOAT_SONG },
        },
      ],
    ],
  },
  {
    title: 'Tarde en la dársena',
    albumArtist: 'Samba del Muelle',
    date: '2016-12-02',
    format: 'flac',
    cover: 'sidecar',
    art: { motif: 'sun', palette: ['#f6c453', '#ee7b4d', '#2b7a78', '#17252a'] },
    discs: [
      [
        {
          title: 'Dársena sur',
          style: 'bossa',
          key: 'F major',
          bpm: 124,
          verse: '1 6 2 5',
          chorus: '4 3 2 5',
          seconds: 34,
        },
        {
          title: 'Café com névoa',
          style: 'bossa',
          key: 'A minor',
          bpm: 112,
          verse: '1 4 7 3',
          chorus: '6 2 5 1',
          seconds: 36,
        },
        {
          ...{
            title: 'Paseo de las gaviotas',
            style: 'bossa',
            key: 'D major',
            bpm: 132,
            verse: '1 2 3 2',
            chorus: '4 5 3 6',
          },
          artists: ['Samba del Muelle', 'Ilse Brandt-Oyarzún'],
          seconds: 34,
        },
      ],
    ],
  },
  {
    title: 'Low Tide Dub',
    albumArtist: 'Deep Harbour Sound',
    date: '2015-07-17',
    format: 'opus',
    cover: 'embedded',
    art: { motif: 'beams', palette: ['#1d2b1f', '#b8322a', '#e0b13a', '#2f8f4e'] },
    discs: [
      [
        {
          title: 'Low Tide Dub',
          style: 'dub',
          key: 'A minor',
          bpm: 72,
          verse: '1 4 1 7',
          chorus: '6 7 1 1',
          seconds: 36,
        },
        {
          title: 'Crane Operator',
          style: 'dub',
          key: 'G mixolydian',
          bpm: 76,
          verse: '1 7 4 1',
          chorus: '4 1 7 1',
          seconds: 36,
        },
      ],
    ],
  },
]
