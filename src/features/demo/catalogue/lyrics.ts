/** Words of the demo songs, one line for each phrase of the tune. All written for Animo. */
export const SALT_ROAD = [
  'Salí de casa con la luna en el bolsillo',
  'dejé la puerta abierta por si vuelve el mar',
  'camino de sal, camino sencillo',
  'quien anda despacio no deja de andar',
  'Abril me enseñó a encender los faroles',
  'a hablar con los perros y a pan compartir',
  'si llueve, que llueva sobre los girasoles',
  'que el agua también tiene adónde ir',
]

export const NIGHT_MAIL = [
  '真夜中の 郵便受けに',
  '星くずが ひとつ届いた',
  '差出人は 昨日のわたし',
  '切手のかわりに 流れ星',
  '速達で 君のもとへ',
  '銀河の坂を かけのぼる',
  '朝が来る その前に',
  '返事を待って 空を見る',
]

export const BOAT_SONG = [
  "The ferryman's daughter was counting the tide,",
  'one wave for the leaving, one wave for the ride,',
  'and the bell on the landing kept time with the rain',
  'till the boat that was yesterday came in again.',
]
