package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several parts of all scenarios, each for a machine of its own: the parts have no scenario in common, together
 * they are all, and their sizes differ by one at most.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
record Shard(int number, int count) {
    /** Returns the scenarios of this part: every so many, so that neighbours, which often take alike, are spread. */
    <T> ImmutableList<T> of(List<T> all) {
        ImmutableList.Builder<T> part = ImmutableList.builder();
        for (int i = number - 1; i < all.size(); i += count) {
            part.add(all.get(i));
        }
        return part.build();
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }

    /** Reads a part, such as 2/5. */
    static final class Converter implements ITypeConverter<Shard> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

        @Override
        public Shard convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is not a part; write 2/5 for the second of five");
            }
            int number = Integer.parseInt(form.group(1));
            int count = Integer.parseInt(form.group(2));
            if (number < 1 || number > count) {
                throw new TypeConversionException(
                        "there is no part " + number + " of " + count + "; the first is 1/" + Math.max(1, count));
            }
            return new Shard(number, count);
        }
    }
}
