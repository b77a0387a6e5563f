import { defineTexts } from '../../lib/i18n/types.ts'

export const shellTexts = defineTexts(
  {
    skip: 'Skip to the page',
    mainNavigation: 'Main',
    nav: {
      home: 'Home',
      mood: 'Mood',
      history: 'History',
      artists: 'Artists',
      albums: 'Albums',
      tracks: 'Tracks',
      library: 'Library',
    },
    search: 'Search your music',
    searchHint: 'Search songs, artists, albums…',
    readMood: 'Read my mood',
    theme: { label: 'Theme', system: 'As the system', dark: 'Dark', light: 'Light' },
    language: { label: 'Language', es: 'Español', en: 'English' },
    account: {
      label: 'Account',
      settings: 'Account and settings',
      users: 'Users',
      signOut: 'Sign out',
      shortcuts: 'Keyboard shortcuts',
    },
    notFound: {
      title: 'There is nothing here',
      text: 'The address may be old, or what it showed was removed.',
      home: 'Go home',
    },
    crash: {
      title: 'This page stumbled',
      text: 'The music goes on and nothing was lost. Try again; if it keeps happening, reload the app.',
      reload: 'Reload',
    },
  },
  {
    skip: 'Saltar a la página',
    mainNavigation: 'Principal',
    nav: {
      home: 'Inicio',
      mood: 'Ánimo',
      history: 'Historial',
      artists: 'Artistas',
      albums: 'Álbumes',
      tracks: 'Canciones',
      library: 'Biblioteca',
    },
    search: 'Buscar en tu música',
    searchHint: 'Busca canciones, artistas, álbumes…',
    readMood: 'Leer mi ánimo',
    theme: { label: 'Tema', system: 'Como el sistema', dark: 'Oscuro', light: 'Claro' },
    language: { label: 'Idioma', es: 'Español', en: 'English' },
    account: {
      label: 'Cuenta',
      settings: 'Cuenta y ajustes',
      users: 'Usuarios',
      signOut: 'Cerrar sesión',
      shortcuts: 'Atajos de teclado',
    },
    notFound: {
      title: 'Aquí no hay nada',
      text: 'Puede que la dirección sea antigua o que se haya eliminado lo que mostraba.',
      home: 'Ir al inicio',
    },
    crash: {
      title: 'Esta página ha tropezado',
      text: 'La música sigue y no se ha perdido nada. Vuelve a intentarlo; si se repite, recarga la aplicación.',
      reload: 'Recargar',
    },
  },
)
