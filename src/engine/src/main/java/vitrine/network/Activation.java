package vitrine.network;

import vitrine.network.kernel.Squashes;
import vitrine.network.kernel.Squashing;

/** Squashing after a layer's affine part: number by number, except softmax, which runs along each row. */
public enum Activation implements Squashing {
    IDENTITY {
        @Override
        public void apply(float[] values, int from, int to, int width) {}

        @Override
        public void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
            System.arraycopy(gradients, from, slopes, from, to - from);
        }
    },
    RELU {
        @Override
        public void apply(float[] values, int from, int to, int width) {
            Squashes.relu(values, from, to);
        }

        /** At the kink the left derivative, 0. */
        @Override
        public void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
            Squashes.pullRelu(outputs, gradients, slopes, from, to);
        }
    },
    SIGMOID {
        @Override
        public void apply(float[] values, int from, int to, int width) {
            Squashes.sigmoid(values, from, to);
        }

        @Override
        public void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
            Squashes.pullSigmoid(outputs, gradients, slopes, from, to);
        }
    },
    TANH {
        @Override
        public void apply(float[] values, int from, int to, int width) {
            Squashes.tanh(values, from, to);
        }

        @Override
        public void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
            Squashes.pullTanh(outputs, gradients, slopes, from, to);
        }
    },
    /** {@code exp(z_i) / sum over j of exp(z_j)} along the row. */
    SOFTMAX {
        @Override
        public void apply(float[] values, int from, int to, int width) {
            Squashes.softmax(values, from, to, width);
        }

        @Override
        public void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
            Squashes.pullSoftmax(outputs, gradients, slopes, from, to, width);
        }
    };

    @Override
    public boolean isIdentity() {
        return this == IDENTITY;
    }
}
