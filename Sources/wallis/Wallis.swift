@main struct Wallis { static func main() {} }
