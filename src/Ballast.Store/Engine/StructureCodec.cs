using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;
using Ballast.Store.Chunks;

namespace Ballast.Store.Engine;

/// <summary>Kinds of structures, as numbered in the file.</summary>
internal enum StructureKind
{
    AgencyScheme = 1,
    ConceptScheme = 2,
    Codelist = 3,
    DataStructure = 4,
    Dataflow = 5,
}

/// <summary>Structures as bytes of the store's own form: a version byte, then members in the order of their types.</summary>
internal static class StructureCodec
{
    private const byte CurrentVersion = 1;

    /// <summary>Each structure of a set with its bytes.</summary>
    public static IEnumerable<(StructureKind Kind, StructureId Id, byte[] Bytes)> Encode(StructureSet set)
    {
        foreach (AgencyScheme scheme in set.AgencySchemes)
        {
            yield return (StructureKind.AgencyScheme, scheme.Id, Bytes(to =>
            {
                Write(to, scheme.Name);
                List(to, scheme.Agencies, (w, a) =>
                {
                    w.Text(a.Id);
                    Write(w, a.Name);
                    Write(w, a.Description);
                });
            }));
        }

        foreach (ConceptScheme scheme in set.ConceptSchemes)
        {
            yield return (StructureKind.ConceptScheme, scheme.Id, Bytes(to =>
            {
                Write(to, scheme.Name);
                Write(to, scheme.Description);
                List(to, scheme.Concepts, (w, c) =>
                {
                    w.Text(c.Id);
                    Write(w, c.Name);
                    Write(w, c.Description);
                    w.Byte(c.Representation is null ? (byte)0 : (byte)1);
                    if (c.Representation is not null)
                    {
                        Write(w, c.Representation);
                    }

                    Write(w, c.Annotations);
                });
                Write(to, scheme.Annotations);
            }));
        }

        foreach (Codelist list in set.Codelists)
        {
            yield return (StructureKind.Codelist, list.Id, Bytes(to =>
            {
                Write(to, list.Name);
                Write(to, list.Description);
                List(to, list.Codes, (w, c) =>
                {
                    w.Text(c.Id);
                    Write(w, c.Name);
                    Write(w, c.Description);
                    w.OptionalText(c.ParentId);
                    Write(w, c.Annotations);
                });
                Write(to, list.Annotations);
            }));
        }

        foreach (DataStructureDefinition structure in set.DataStructures)
        {
            yield return (StructureKind.DataStructure, structure.Id, Bytes(to => Write(to, structure)));
        }

        foreach (Dataflow flow in set.Dataflows)
        {
            yield return (StructureKind.Dataflow, flow.Id, Bytes(to =>
            {
                Write(to, flow.Name);
                Write(to, flow.Description);
                Write(to, flow.Structure);
                Write(to, flow.Annotations);
            }));
        }
    }

    /// <summary>The set of rows given.</summary>
    /// <exception cref="MalformedException">Bytes have another form.</exception>
    public static StructureSet Decode(IEnumerable<(StructureKind Kind, StructureId Id, byte[] Bytes)> rows)
    {
        List<AgencyScheme> agencies = [];
        List<ConceptScheme> concepts = [];
        List<Codelist> codelists = [];
        List<DataStructureDefinition> structures = [];
        List<Dataflow> flows = [];
        foreach ((StructureKind kind, StructureId id, byte[] bytes) in rows)
        {
            ByteReader from = new(bytes);
            if (from.Byte() != CurrentVersion)
            {
                throw new MalformedException($"{id} is written in an unknown form.");
            }

            switch (kind)
            {
                case StructureKind.AgencyScheme:
                    agencies.Add(new AgencyScheme(id, ReadLocalised(ref from), ReadAgencies(ref from)));
                    break;
                case StructureKind.ConceptScheme:
                    concepts.Add(new ConceptScheme(id, ReadLocalised(ref from), ReadLocalised(ref from), ReadConcepts(ref from), ReadAnnotations(ref from)));
                    break;
                case StructureKind.Codelist:
                    codelists.Add(new Codelist(id, ReadLocalised(ref from), ReadLocalised(ref from), ReadCodes(ref from), ReadAnnotations(ref from)));
                    break;
                case StructureKind.DataStructure:
                    structures.Add(ReadDataStructure(id, ref from));
                    break;
                case StructureKind.Dataflow:
                    flows.Add(new Dataflow(id, ReadLocalised(ref from), ReadLocalised(ref from), ReadId(ref from), ReadAnnotations(ref from)));
                    break;
                default:
                    throw new MalformedException($"{kind} is no kind of structure.");
            }

            if (!from.AtEnd)
            {
                throw new MalformedException($"Bytes follow {id}.");
            }
        }

        return new StructureSet([.. agencies], [.. concepts], [.. codelists], [.. structures], [.. flows]);
    }

    public static void Write(ByteWriter to, LocalisedText text)
    {
        List(to, text.Texts, (w, t) =>
        {
            w.Text(t.Key);
            w.Text(t.Value);
        });
    }

    public static LocalisedText ReadLocalised(ref ByteReader from)
    {
        int count = from.Count(from.Remaining);
        ImmutableArray<KeyValuePair<string, string>>.Builder texts = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(count);
        for (int i = 0; i < count; i++)
        {
            string language = from.Text();
            texts.Add(new(language, from.Text()));
        }

        return count == 0 ? default : new LocalisedText(texts.MoveToImmutable());
    }

    private static byte[] Bytes(Action<ByteWriter> write)
    {
        ByteWriter to = new();
        to.Byte(CurrentVersion);
        write(to);
        return to.ToArray();
    }

    private static void List<T>(ByteWriter to, ImmutableArray<T> items, Action<ByteWriter, T> write)
    {
        to.Varint(items.IsDefault ? 0 : items.Length);
        foreach (T item in items.IsDefault ? [] : items)
        {
            write(to, item);
        }
    }

    private static void Write(ByteWriter to, StructureId id)
    {
        to.Text(id.Agency);
        to.Text(id.Id);
        to.Text(id.Version.ToString());
    }

    private static StructureId ReadId(ref ByteReader from)
    {
        string agency = from.Text();
        string id = from.Text();
        return SemanticVersion.TryParse(from.Text(), out SemanticVersion version) ? new StructureId(agency, id, version) : throw new MalformedException("A version is malformed.");
    }

    private static void Write(ByteWriter to, Representation representation)
    {
        to.Byte(representation.Enumeration is null ? (byte)0 : (byte)1);
        if (representation.Enumeration is { } id)
        {
            Write(to, id);
        }

        to.OptionalText(representation.TextType);
        to.Varint(representation.MaxOccurs is { } most ? most + 1 : 0);
        to.Byte(representation.IsMultilingual ? (byte)1 : (byte)0);
    }

    private static Representation ReadRepresentation(ref ByteReader from)
    {
        StructureId? enumeration = from.Byte() == 0 ? null : ReadId(ref from);
        string? textType = from.OptionalText();
        int most = from.Count(int.MaxValue);
        return new Representation(enumeration, textType, most == 0 ? null : most - 1, from.Byte() == 1);
    }

    private static void Write(ByteWriter to, ConceptReference reference)
    {
        Write(to, reference.Scheme);
        to.Text(reference.ConceptId);
    }

    private static ConceptReference ReadConceptReference(ref ByteReader from) => new(ReadId(ref from), from.Text());

    private static void Write(ByteWriter to, ImmutableArray<Annotation> annotations) => List(to, annotations, (w, a) =>
    {
        w.OptionalText(a.Id);
        w.OptionalText(a.Type);
        w.OptionalText(a.Title);
        w.OptionalText(a.Value);
        Write(w, a.Texts);
    });

    private static ImmutableArray<Annotation> ReadAnnotations(ref ByteReader from)
    {
        ImmutableArray<Annotation>.Builder items = ImmutableArray.CreateBuilder<Annotation>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            items.Add(new Annotation(from.OptionalText(), from.OptionalText(), from.OptionalText(), from.OptionalText(), ReadLocalised(ref from)));
        }

        return items.ToImmutable();
    }

    private static ImmutableArray<Agency> ReadAgencies(ref ByteReader from)
    {
        ImmutableArray<Agency>.Builder items = ImmutableArray.CreateBuilder<Agency>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            items.Add(new Agency(from.Text(), ReadLocalised(ref from), ReadLocalised(ref from)));
        }

        return items.ToImmutable();
    }

    private static ImmutableArray<Concept> ReadConcepts(ref ByteReader from)
    {
        ImmutableArray<Concept>.Builder items = ImmutableArray.CreateBuilder<Concept>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            string id = from.Text();
            LocalisedText name = ReadLocalised(ref from);
            LocalisedText description = ReadLocalised(ref from);
            Representation? representation = from.Byte() == 0 ? null : ReadRepresentation(ref from);
            items.Add(new Concept(id, name, description, representation, ReadAnnotations(ref from)));
        }

        return items.ToImmutable();
    }

    private static ImmutableArray<Code> ReadCodes(ref ByteReader from)
    {
        ImmutableArray<Code>.Builder items = ImmutableArray.CreateBuilder<Code>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            items.Add(new Code(from.Text(), ReadLocalised(ref from), ReadLocalised(ref from), from.OptionalText(), ReadAnnotations(ref from)));
        }

        return items.ToImmutable();
    }

    private static void Write(ByteWriter to, DataStructureDefinition structure)
    {
        Write(to, structure.Name);
        Write(to, structure.Description);
        List(to, structure.Dimensions, (w, d) =>
        {
            w.Text(d.Id);
            Write(w, d.Concept);
            Write(w, d.Representation);
        });
        Write(to, structure.TimeConcept);
        List(to, structure.Measures, (w, m) =>
        {
            w.Text(m.Id);
            Write(w, m.Concept);
            Write(w, m.Representation);
            w.Byte((byte)m.Kind);
        });
        List(to, structure.Attributes, (w, a) =>
        {
            w.Text(a.Id);
            Write(w, a.Concept);
            Write(w, a.Representation);
            w.Byte((byte)a.Level);
            List(w, a.Dimensions, (x, d) => x.Text(d));
            w.Byte(a.IsMandatory ? (byte)1 : (byte)0);
        });
        Write(to, structure.Annotations);
    }

    private static DataStructureDefinition ReadDataStructure(StructureId id, ref ByteReader from)
    {
        LocalisedText name = ReadLocalised(ref from);
        LocalisedText description = ReadLocalised(ref from);
        ImmutableArray<Dimension>.Builder dimensions = ImmutableArray.CreateBuilder<Dimension>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            dimensions.Add(new Dimension(from.Text(), ReadConceptReference(ref from), ReadRepresentation(ref from)));
        }

        ConceptReference time = ReadConceptReference(ref from);
        ImmutableArray<Measure>.Builder measures = ImmutableArray.CreateBuilder<Measure>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            measures.Add(new Measure(from.Text(), ReadConceptReference(ref from), ReadRepresentation(ref from), (MeasureKind)from.Byte()));
        }

        ImmutableArray<DataAttribute>.Builder attributes = ImmutableArray.CreateBuilder<DataAttribute>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            string attribute = from.Text();
            ConceptReference concept = ReadConceptReference(ref from);
            Representation representation = ReadRepresentation(ref from);
            AttributeLevel level = (AttributeLevel)from.Byte();
            ImmutableArray<string>.Builder of = ImmutableArray.CreateBuilder<string>();
            for (int dimensionsLeft = from.Count(from.Remaining); dimensionsLeft > 0; dimensionsLeft--)
            {
                of.Add(from.Text());
            }

            attributes.Add(new DataAttribute(attribute, concept, representation, level, of.ToImmutable(), from.Byte() == 1));
        }

        return new DataStructureDefinition(id, name, description, dimensions.ToImmutable(), time, measures.ToImmutable(), attributes.ToImmutable(), ReadAnnotations(ref from));
    }
}
