import clsx from 'clsx'
import { useState } from 'react'
import { hueOf, initialsOf } from '../../lib/format/initials.ts'

type Props = {
  name: string
  /** The picture's address without its size; absent or broken, drawn initials stand in. */
  url: string | undefined
  /** `#rrggbb` of the picture, shown until it is there. */
  color?: string | null | undefined
  /** The width it is shown in, in CSS pixels. */
  size: number
  shape?: 'square' | 'round'
  /** Fills its container instead of being `size` wide. */
  fluid?: boolean
  /** Above the fold: loads at once. */
  eager?: boolean
  className?: string
}

const SIZES = [64, 128, 256, 512, 1024]
/** The address with this size; one that came with a size of its own gets this one instead. */
const at = (url: string, size: number) => {
  const bare = url.replace(/([?&])size=\d+(?:&|$)/, '$1').replace(/[?&]$/, '')
  return `${bare}${bare.includes('?') ? '&' : '?'}size=${size}`
}
const fitting = (size: number) => SIZES.find((step) => step >= size) ?? 1024

type Loading = 'waiting' | 'there' | 'broken'

/** A colour of its own for everything that has no picture. */
const drawn = (hue: number) =>
  `linear-gradient(150deg, oklch(0.42 0.055 ${hue}), oklch(0.29 0.045 ${(hue + 40) % 360}))`

type PictureProps = { url: string; size: number; eager: boolean; there: boolean; onState: (state: Loading) => void }

function Picture({ url, size, eager, there, onState }: PictureProps) {
  return (
    <img
      src={at(url, fitting(size))}
      srcSet={`${at(url, fitting(size))} 1x, ${at(url, fitting(size * 2))} 2x`}
      alt=""
      width={size}
      height={size}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      onLoad={() => onState('there')}
      onError={() => onState('broken')}
      className={clsx(
        'absolute inset-0 size-full object-cover transition-opacity',
        there ? 'opacity-100' : 'opacity-0',
      )}
    />
  )
}

/** Art of an album, an artist or a track. It is decoration beside its name, so it has no alternative text of its own. */
export function Cover({ name, url, color, size, shape = 'square', fluid = false, eager = false, className }: Props) {
  const [state, setState] = useState<{ url: string | undefined; is: Loading }>({ url, is: 'waiting' })
  const is = state.url === url ? state.is : 'waiting'
  const picture = url !== undefined && is !== 'broken'
  return (
    <div
      className={clsx(
        'relative aspect-square shrink-0 overflow-hidden select-none',
        shape === 'round' ? 'rounded-full' : size <= 64 ? 'rounded' : 'rounded-control',
        fluid && 'w-full',
        className,
      )}
      style={{
        ...(!fluid && { width: size, height: size }),
        background: picture && color ? color : drawn(hueOf(name)),
        containerType: 'inline-size',
      }}
    >
      {(!picture || (!color && is === 'waiting')) && (
        <span
          aria-hidden="true"
          className="display absolute inset-0 grid place-items-center text-[34cqw] text-white/80"
        >
          {initialsOf(name)}
        </span>
      )}
      {picture && (
        <Picture
          url={url}
          size={size}
          eager={eager}
          there={is === 'there'}
          onState={(next) => setState({ url, is: next })}
        />
      )}
    </div>
  )
}
