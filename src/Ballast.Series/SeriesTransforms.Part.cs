using System.Collections.Immutable;

namespace Ballast.Series;

/// <content>What goes into a derived value and comes out of it.</content>
public static partial class SeriesTransforms
{
    private static readonly string[] Gravest = ["B", "F", "E", "I", "U", "P"];

    private static string? Graver(string? left, string? right) =>
        Gravest.FirstOrDefault(status => left == status || right == status);

    private static string? Closer(string? left, string? right) => left is null or "F" ? right : left;

    private readonly record struct Part(MeasureValue Value, Bound Bound, string? Failure, string? Status, string? Confidentiality, DateTimeOffset? KnownSince, string? ReleaseKey)
    {
        public static Part Of(Observation observation) => new(
            observation.Value,
            Bounds.Of(observation.Attributes),
            null,
            observation.Attributes.First("OBS_STATUS") is { } status && Gravest.Contains(status) ? status : null,
            observation.Attributes.First("CONF_STATUS"),
            observation.KnownSince,
            observation.ReleaseKey);

        public static Part Sum(Part left, Part right)
        {
            Part joined = Joined(left, right, Bounds.OfSum(left.Bound, right.Bound));
            return joined.Failure is not null ? joined
                : IsExact(left, right) && ExactNumber.TryAdd(left.Value.Exact, right.Value.Exact, out ExactNumber sum) ? joined with { Value = MeasureValue.Of(sum) }
                : joined.WithDouble(left.Value.ToDouble() + right.Value.ToDouble());
        }

        public static Part Difference(Part current, Part @base)
        {
            Part joined = Joined(current, @base, Bounds.OfDifference(current.Bound, @base.Bound));
            return joined.Failure is not null ? joined
                : IsExact(current, @base) && ExactNumber.TrySubtract(current.Value.Exact, @base.Value.Exact, out ExactNumber difference) ? joined with { Value = MeasureValue.Of(difference) }
                : joined.WithDouble(current.Value.ToDouble() - @base.Value.ToDouble());
        }

        public static Part Growth(Part current, Part @base)
        {
            // A base that is over makes a positive ratio smaller and a negative one larger.
            bool isBelowZero = current.Value.ToDouble() < 0;
            Bound? bound = isBelowZero && @base.Bound is Bound.Over or Bound.Under or Bound.UpTo
                ? Bounds.OfSum(current.Bound, @base.Bound == Bound.Over ? Bound.Over : Bound.Under)
                : Bounds.OfDifference(current.Bound, @base.Bound);
            Part joined = Joined(current, @base, bound);
            double below = @base.Value.ToDouble();
            if (below <= 0)
            {
                return joined with { Failure = below == 0 ? NotComputed.BaseZero : NotComputed.BaseNegative };
            }

            return joined.Failure is not null ? joined
                : IsExact(current, @base) && ExactNumber.TryGrowth(current.Value.Exact, @base.Value.Exact, out ExactNumber growth) ? joined with { Value = MeasureValue.Of(growth) }
                : joined.WithDouble((current.Value.ToDouble() - below) / below * 100);
        }

        public Observation ToObservation(Period period, Transform transform, Period? @base)
        {
            List<KeyValuePair<string, ImmutableArray<AttributeValue>>> attributes = [One(Transforms.DerivedAttributeId, transform.Code())];
            if (@base is { } compared)
            {
                attributes.Add(One(Transforms.BaseAttributeId, compared.ToString()));
            }

            if (Failure is not null)
            {
                attributes.Add(One(Transforms.NotComputedAttributeId, Failure));
            }
            else if (Bound != Bound.Exact)
            {
                attributes.Add(One(Bounds.AttributeId, Bound.Code()));
            }

            if (Status is not null)
            {
                attributes.Add(One("OBS_STATUS", Status));
            }

            if (Confidentiality is not null and not "F")
            {
                attributes.Add(One("CONF_STATUS", Confidentiality));
            }

            return new Observation(period, Failure is null ? Value : MeasureValue.None, AttributeSet.Of(attributes), KnownSince, ReleaseKey);
        }

        private static bool IsExact(Part left, Part right) => left.Value.Kind == MeasureKind.Exact && right.Value.Kind == MeasureKind.Exact;

        private static Part Joined(Part left, Part right, Bound? bound)
        {
            bool isLeftLater = right.KnownSince is null || left.KnownSince >= right.KnownSince;
            return new Part(
                MeasureValue.None,
                bound ?? Bound.Exact,
                left.Failure ?? right.Failure ?? (bound is null ? NotComputed.Bounds : null),
                Graver(left.Status, right.Status),
                Closer(left.Confidentiality, right.Confidentiality),
                isLeftLater ? left.KnownSince : right.KnownSince,
                isLeftLater ? left.ReleaseKey : right.ReleaseKey);
        }

        private Part WithDouble(double number) =>
            double.IsFinite(number) ? this with { Value = MeasureValue.Of(number) } : this with { Failure = NotComputed.TooLarge };

        private static KeyValuePair<string, ImmutableArray<AttributeValue>> One(string id, string value) => new(id, [new AttributeValue(value)]);
    }
}
