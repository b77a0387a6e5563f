import type { ComponentProps } from 'react'

type Props = ComponentProps<'div'> & {
  as: 'grid' | 'row' | 'gridcell' | 'columnheader' | 'list' | 'listitem'
}

/**
 * A part of a virtual list or grid. Its rows are placed freely and take the focus themselves, which the elements of a
 * real table or list do not allow; the roles give screen readers the same structure.
 */
export function Box({ as, ...rest }: Props) {
  return <div role={as} {...rest} />
}
