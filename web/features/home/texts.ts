import { defineTexts } from '../../lib/i18n/types.ts'

export const homeTexts = defineTexts(
  {
    greeting: {
      morning: 'Good morning, {{name}}',
      afternoon: 'Good afternoon, {{name}}',
      evening: 'Good evening, {{name}}',
      night: 'Still up, {{name}}?',
    },
    mood: {
      title: 'How are you feeling?',
      text: 'Show Animo your face and hear music that fits. Nothing is kept unless you ask.',
      action: 'Read my face',
      last: 'Last: {{emotion}}, {{ago}}',
    },
    continue: 'Continue',
    added: 'Recently added',
    most: 'Most played',
    favorites: 'Favourites',
    all: 'Show all',
    plays_one: 'Played once',
    plays_other: 'Played {{count}} times',
    empty: {
      title: 'Your music will be here',
      admin: 'Point Animo at a folder of music, or take the demo library, and it starts to play.',
      user: 'Whoever runs this server has not added any music yet.',
      action: 'Add music',
    },
  },
  {
    greeting: {
      morning: 'Buenos días, {{name}}',
      afternoon: 'Buenas tardes, {{name}}',
      evening: 'Buenas noches, {{name}}',
      night: '¿Sin sueño, {{name}}?',
    },
    mood: {
      title: '¿Cómo te sientes?',
      text: 'Enséñale la cara a Animo y escucha música que encaja. No se guarda nada si no lo pides.',
      action: 'Lee mi cara',
      last: 'Lo último: {{emotion}}, {{ago}}',
    },
    continue: 'Seguir escuchando',
    added: 'Recién añadido',
    most: 'Lo más escuchado',
    favorites: 'Favoritos',
    all: 'Ver todo',
    plays_one: 'Escuchada una vez',
    plays_other: 'Escuchada {{count}} veces',
    empty: {
      title: 'Aquí estará tu música',
      admin: 'Dile a Animo dónde está tu música, o toma la biblioteca de muestra, y empezará a sonar.',
      user: 'Quien lleva este servidor aún no ha añadido música.',
      action: 'Añadir música',
    },
  },
)
