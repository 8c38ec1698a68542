internal import CPng

extension ScatterPlot {
  /// The plot as a PNG image; nil where there is no memory for it.
  package var png: [UInt8]? {
    var canvas = PixelCanvas()
    for shape in shapes { canvas.draw(shape) }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (png_uint_32(canvas.width), png_uint_32(canvas.height))
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    var size: png_alloc_size_t = 0
    guard png_image_write_to_memory(&image, nil, &size, 0, canvas.bytes, 0, nil) != 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    guard png_image_write_to_memory(&image, &bytes, &size, 0, canvas.bytes, 0, nil) != 0 else { return nil }
    return Array(bytes.prefix(Int(size)))
  }
}
