import type { Tongue } from './tongue.ts'

const japanese: Tongue = {
  adjectives: '青い,静かな,遠い,古い,小さな,白い,夜の,雨の'.split(','),
  nouns: '汽笛,灯台,海辺,窓,手紙,電車,時計,月,鉛筆,猫,屋上,風船,図書館,傘'.split(','),
  groups: ['{a}{n}', '{n}と{n}', '{n}楽団'],
  titles: ['{a}{n}', '{n}のうた', '{n}と{n}', 'さよなら{n}', 'もう一度、{n}', '{n}(後編)'],
  firsts: ['はるか', 'そら', '千紘', '凪'],
  lasts: ['灯野', '汐見沢', '星ヶ淵'],
  places: ['JP'],
}
const russian: Tongue = {
  adjectives: 'Тихий,Ночной,Бумажный,Синий,Дальний,Медный,Сонный,Зимний'.split(','),
  nouns: 'Паром,Фонарь,Чайник,Маяк,Вокзал,Берег,Ветер,Ключ,Зонтик,Трамвай,Снегирь,Колодец'.split(','),
  groups: ['{a} {n}', '{n} и {n}'],
  titles: ['{a} {n}', '{n}', 'Последний {n}', '{n} и {n}', 'Песня про {n}', 'Ещё один {n}', 'Где мой {n}?'],
  firsts: ['Агния', 'Мирон', 'Ульяна', 'Захар'],
  lasts: ['Фонарёвская', 'Полынцев', 'Тихозёрова'],
  places: ['RU', 'UA', 'BY'],
}
const greek: Tongue = {
  adjectives: 'Ήσυχο,Μπλε,Μακρινό,Παλιό,Μικρό,Χάρτινο'.split(','),
  nouns: 'Λιμάνι,Παράθυρο,Καράβι,Φανάρι,Βουνό,Ποτάμι,Τρένο,Καλοκαίρι,Σύννεφο,Κλειδί'.split(','),
  groups: ['{a} {n}', '{n} και {n}'],
  titles: ['{a} {n}', 'Το {n}', '{n} και {n}', 'Τραγούδι για {n}', 'Χωρίς {n}', 'Άλλο ένα {n}'],
  firsts: ['Μυρσίνη', 'Ορέστης', 'Δάφνη'],
  lasts: ['Φαναρολίμνη', 'Θαλασσινάκος'],
  places: ['GR', 'CY'],
}
const arabic: Tongue = {
  adjectives: 'الهادئ,البعيد,الأزرق,القديم,الصغير,الليلي'.split(','),
  nouns: 'القمر,النهر,المرفأ,الشباك,القطار,المطر,المفتاح,البستان,الفانوس,الجسر'.split(','),
  groups: ['{n} {a}', 'فرقة {n}'],
  titles: ['{n} {a}', '{n}', 'أغنية {n}', '{n} و{n}', 'تحت {n}', 'بعد {n} {a}'],
  firsts: ['سلمى', 'نادر', 'ليان'],
  lasts: ['المرفئي', 'البستانجي'],
  places: ['EG', 'LB', 'MA'],
}
const korean: Tongue = {
  adjectives: '조용한,푸른,먼,작은,오래된,하얀,밤의'.split(','),
  nouns: '등대,바다,창문,편지,기차,달,우산,고양이,정류장,연필,풍선'.split(','),
  groups: ['{a} {n}', '{n}와 {n}', '{n} 밴드'],
  titles: ['{a} {n}', '{n}의 노래', '{n} 그리고 {n}', '안녕, {n}', '다시 {n}', '{n}에서'],
  firsts: ['하늘', '나루', '새벽'],
  lasts: ['등대길', '별마루'],
  places: ['KR'],
}
export const SCRIPTS = { japanese, russian, greek, arabic, korean } as const

/** How such a name is written for those who cannot read it; kept as an alias and a sort name. */
export const LATIN = {
  japanese: 'Yoru no Kiteki,Shio Gakudan,Tomoshibi to Neko,Nagi Tomono,Amadori,Hoshigafuchi,Mado no Tsuki'.split(','),
  russian: 'Nochnoy Tramvay,Tikhiy Mayak,Sonny Chaynik,Agniya Polyntseva,Snegir i Klyuch,Mednyy Bereg'.split(','),
  greek: 'Isycho Limani,Mikro Karavi,Fanari kai Vouno,Myrsini Fanarolimni,Chartino Treno'.split(','),
  arabic: 'Al-Qamar al-Hadi,Firqat al-Jisr,Salma al-Marfai,Layan,An-Nahr al-Baid'.split(','),
  korean: 'Joyonghan Deungdae,Namu Band,Saebyeok,Pureun Bada,Haneul Byeolmaru'.split(','),
} as const
