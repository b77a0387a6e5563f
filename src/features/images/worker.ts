import sharp from 'sharp'
import { extractCover } from './extract.ts'

sharp.cache(false)
sharp.concurrency(1)

export default extractCover
