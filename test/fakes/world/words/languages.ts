import type { Tongue } from './tongue.ts'

/** Of one thing at a time: what a name or a title is put together from. */
const english: Tongue = {
  adjectives:
    'Copper,Hollow,Velvet,Quiet,Salted,Paper,Northern,Amber,Crooked,Gilded,Sleeping,Borrowed,Electric,Winter,Second,Distant,Tidal,Broken,Silver,Lesser,Marble,Patient,Wandering,Sunken,Scarlet,Plastic,Gentle,Restless,Frozen,Humble'.split(
      ',',
    ),
  nouns:
    'Lantern,Orchard,Sparrow,Causeway,Telegraph,Meadow,Compass,Harbour,Window,Engine,Station,Garden,Mirror,Kettle,Ladder,Cathedral,Static,Satellite,Ribbon,Thunder,Anchor,Valley,Balcony,Bicycle,Almanac,Corridor,Feather,Chimney,Postcard,Umbrella,Museum,Kingfisher,Radiator,Staircase,Signal,Lighthouse,Avenue,Suitcase,Notebook,Weather'.split(
      ',',
    ),
  groups: [
    '{a} {n}',
    '{a} {n}s',
    'The {a} {n}s',
    '{n} & {n}',
    '{n} Parade',
    'The {n} Society',
    '{n} of {n}s',
    '{a} {a} {n}',
  ],
  titles: [
    '{a} {n}',
    'The {n}',
    '{n} Song',
    'Under the {a} {n}',
    '{n}s and {n}s',
    '{n}s for {f}',
    '{a} {a} {n}',
    'No More {n}s',
    'When the {n} Sleeps',
    '{n}, Pt. 2',
    'Dear {f}',
    '{n} (Interlude)',
  ],
  firsts: 'Marlow,Odette,Percival,Winnifred,Alaric,Isolde,Barnaby,Juniper,Clement,Rosalind,Tobias,Maribel'.split(','),
  lasts:
    'Thackwell,Ormesby,Quillfeather,Hartnoll,Penhallow,Wexcombe,Larkspire,Ashdowne,Tolliver-Bright,Greystoke-Lamb'.split(
      ',',
    ),
  places: ['GB', 'US', 'AU', 'CA', 'IE'],
}
const spanish: Tongue = {
  adjectives:
    'Quieta,Lunar,Salvaje,Invisible,Dorada,Perdida,Eterna,Nocturna,Azul,Tranquila,Lejana,Fugaz,Distante,Antigua,Leve'.split(
      ',',
    ),
  nouns:
    'Paloma,Marea,Azotea,Ceniza,Guitarra,Lluvia,Ciudad,Sombra,Naranja,Ventana,Nube,Hoguera,Palabra,Madrugada,Campana,Orilla,Brújula,Cometa,Niebla,Piñata'.split(
      ',',
    ),
  groups: ['La {n} {a}', 'Las {n}s', '{n} {a}', 'Los de la {n}', '{n} y {n}'],
  titles: [
    '{n} {a}',
    'La {n}',
    'Canción de {f}',
    'Otra {n} {a}',
    'Sin {n}',
    '¿Dónde está la {n}?',
    '{n} y {n}',
    'Mañana, {n}',
    '¡Ay, {f}!',
  ],
  firsts: 'Inés,Ramiro,Soledad,Íñigo,Begoña,Lázaro,Araceli,Nuño'.split(','),
  lasts: 'Valdehuesa,Peñaranda del Río,Moralcázar,Ibáñez de Luna,Torrequemada'.split(','),
  places: ['ES', 'MX', 'AR', 'CL', 'CO'],
}
const french: Tongue = {
  adjectives: 'Fragile,Nocturne,Lointaine,Étrange,Immobile,Secrète,Bleue,Légère,Fidèle,Perdue'.split(','),
  nouns:
    'Fenêtre,Forêt,Étoile,Gare,Rivière,Lumière,Valise,Horloge,Marée,Plume,Cascade,Façade,Vague,Ombre,Librairie'.split(
      ',',
    ),
  groups: ['La {n} {a}', '{n} {a}', 'Les {n}s', '{n} et {n}', 'Société {n}'],
  titles: [
    '{n} {a}',
    'La {n}',
    'Chanson pour {f}',
    "L'autre {n}",
    'Sans {n}',
    'Où va la {n} ?',
    '{n} et {n}',
    'À demain, {f}',
  ],
  firsts: 'Apolline,Théophile,Maëlys,Anselme,Zélie,Côme'.split(','),
  lasts: 'Beaurivage-Noël,Chantelune,Delacombe,Fontvieille,Aubépin'.split(','),
  places: ['FR', 'BE', 'CA', 'CH'],
}
const nordic: Tongue = {
  adjectives: 'Stille,Blå,Kald,Vår,Små,Søvnig,Gammel,Hvit,Rød,Fjern'.split(','),
  nouns: 'Fjord,Måne,Bjørk,Snø,Natt,Ørn,Skog,Bro,Hytte,Ås,Elv,Drøm,Vind,Sjø,Lykt'.split(','),
  groups: ['{a} {n}', '{n} & {n}', '{n}en', 'Den {a} {n}', '{n}kollektivet'],
  titles: ['{a} {n}', '{n}', 'Den siste {n}', '{n} og {n}', 'Sang til {f}', 'Under {n}en', 'Ingen {n}', '{f}s {n}'],
  firsts: 'Sølve,Ragnfrid,Åsmund,Eldbjørg,Torgny,Þórunn'.split(','),
  lasts: 'Fjellbakkø,Åkerstrøm-Vik,Grønlidal,Nørrevang,Hvítadal'.split(','),
  places: ['NO', 'SE', 'DK', 'FI', 'IS'],
}
export const LANGUAGES = { english, spanish, french, nordic } as const
