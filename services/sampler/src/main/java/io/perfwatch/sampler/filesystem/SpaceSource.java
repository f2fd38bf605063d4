package io.perfwatch.sampler.filesystem;

import java.io.IOException;
import java.nio.file.Path;

/** Asks the kernel how full a file system is; may take for ever. */
interface SpaceSource {
    Space read(Path mountPoint) throws IOException;
}
