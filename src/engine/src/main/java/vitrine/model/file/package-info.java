/**
 * Models on disk: a zip of JSON, text and safetensors, data only. Everything read is checked before it is used: names,
 * sizes, hashes, shapes, finiteness. May use model, network, data, run, provenance; Jackson is at home here.
 */
@NullMarked
package vitrine.model.file;

import org.jspecify.annotations.NullMarked;
