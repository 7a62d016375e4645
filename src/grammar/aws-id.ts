/** An id that EC2 and EFS give out, such as `sg-0123456789abcdef0`. @param prefix such as `sg` */
export function awsId(prefix: string): RegExp {
  return new RegExp(`^${prefix}-[0-9a-f]{8,17}$`);
}
